# Runs on a read-only root file system with one volume:
#   docker build -t interview-archive . && docker run --read-only --tmpfs /tmp -v archive:/data -p 8000:8000 interview-archive
# docs/operating.md says what the environment may change.

FROM python:3.12-slim AS build
# pip stays outside the environment that it fills, so that the second stage has none in it.
RUN python -m venv --without-pip /opt/venv
COPY requirements.txt /app/
RUN pip --python /opt/venv/bin/python install --no-cache-dir --disable-pip-version-check --require-hashes \
    -r /app/requirements.txt
WORKDIR /app
COPY manage.py ./
COPY archive archive/
COPY interviews interviews/
COPY templates templates/
COPY static static/
COPY fixtures fixtures/
# A read-only archive needs neither secret nor database, so none gets into a layer.
RUN READ_ONLY=1 DATA_DIR=/data /opt/venv/bin/python manage.py collectstatic --noinput --verbosity 0 \
    && /opt/venv/bin/python -m compileall -q archive interviews

FROM python:3.12-slim
RUN useradd --system --uid 10001 --no-create-home archive && install --directory --owner archive --mode 700 /data
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
WORKDIR /app
USER archive
ENV PATH=/opt/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOST=0.0.0.0 PORT=8000 DATA_DIR=/data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["python", "-c", \
    "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/health/', timeout=4)"]
CMD ["sh", "-c", "python manage.py prepare && exec python -m gunicorn --config archive/gunicorn.py"]
