"""One module per user goal; joins the core to the adapters. Each loads only what it needs."""
