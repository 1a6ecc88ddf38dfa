"""A page of one line, beside which the start of Hedgerow's is measured."""

import streamlit as st

st.text("Nothing to read.")
