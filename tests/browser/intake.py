"""A person who has an article read: opens the intake, types the text, and clicks."""

from playwright.sync_api import Page

FIELD = "Text of the article, headline first"


def paste(page: Page, text: str) -> None:
    page.get_by_role("button", name="New article").click()
    page.get_by_label(FIELD).fill(text)
    page.get_by_role("button", name="Read", exact=True).click()
