"""Paper, out and back: the only ReportLab, qrcode, pypdfium2 and zxing-cpp."""
