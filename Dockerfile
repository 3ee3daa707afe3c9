# The HTTP service: not root, read-only root, weights and cache on volumes. See docs/service.md.
FROM python:3.11-slim AS build
WORKDIR /source
COPY requirements.lock pyproject.toml README.md LICENSE CHANGELOG.md ./
RUN python -m venv /opt/summarizer \
 && /opt/summarizer/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY summarizer summarizer
COPY prompts prompts
COPY schemas schemas
RUN /opt/summarizer/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --create-home --home-dir /data summarizer
COPY --from=build /opt/summarizer /opt/summarizer
ENV PATH=/opt/summarizer/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    HOME=/data \
    SUMMARIZER_MODELS_FOLDER=/data/models \
    SUMMARIZER_CACHE_FILE=/data/cache/briefings.sqlite3
USER 10001
VOLUME /data
EXPOSE 8000
# Without keys it does not start here, for it listens to every address.
ENTRYPOINT ["summarizer"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["python", "-c", "import urllib.request as r; r.urlopen(r.Request('http://127.0.0.1:8000/healthz', headers={'Host': 'localhost'}), timeout=4)"]
