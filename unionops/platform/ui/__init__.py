"""What every page is made of: template tags, charts, forms, navigation, preferences."""
