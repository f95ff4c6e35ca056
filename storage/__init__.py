"""What it remembers: modules of plain functions over one transaction, one module per thing."""
