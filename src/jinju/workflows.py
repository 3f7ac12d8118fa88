"""One function per user goal; joins the core to the adapters."""
