"""The only place that opens, writes or wraps: files, libraries, devices."""
