# Hedgerow served for others. How to build and run it, and every setting: docs/deploying.md
FROM python:3.11-slim AS packages

# requirements-cuda.lock: the default build of torch. requirements.lock: its CPU build, from the archive that
# PIP_EXTRA_INDEX_URL names; pip reads that variable by itself.
ARG LOCK=requirements-cuda.lock
ARG PIP_EXTRA_INDEX_URL

COPY requirements.lock requirements-cuda.lock /locks/
RUN python -m venv /venv && \
    /venv/bin/python -m pip install --no-cache-dir --disable-pip-version-check --require-hashes -r "/locks/${LOCK}"

FROM python:3.11-slim

RUN useradd --uid 1000 --create-home reader
COPY --from=packages /venv /venv
WORKDIR /hedgerow
COPY . .

ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    STREAMLIT_SERVER_ADDRESS=0.0.0.0 \
    STREAMLIT_SERVER_PORT=8501 \
    STREAMLIT_SERVER_ALLOWED_HOSTS=*

# Compiled once, because the running container may write nowhere.
RUN python -m compileall -q .
USER 1000

# Weights, wheels and the parser are checked, and an article is read: an image that cannot read is not built.
RUN python -m batch analyse samples/01_moscow_visit.txt --format text

EXPOSE 8501
# Healthy is who answers and has the models loaded, so that nobody's first article waits for them.
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=3 \
    CMD ["python", "-m", "deploying.health"]
CMD ["python", "-m", "streamlit", "run", "asgi.py"]
