"""What coordinators are told in numbers: what is counted, what may be shown, and what it cost."""
