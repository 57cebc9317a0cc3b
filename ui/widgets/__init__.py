"""Building blocks of pages: tables, banners, previews, pads."""
