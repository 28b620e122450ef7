# The program for docker-compose.yml: libraries by hash, no root, nothing written into the image at run time.
FROM python:3.13.7-slim-trixie AS libraries
COPY requirements.txt /
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r /requirements.txt

FROM python:3.13.7-slim-trixie
RUN apt-get update \
 && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    fonts-dejavu-core tesseract-ocr tesseract-ocr-spa postgresql-client \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin unionops \
 && install -d -o unionops -g unionops -m 0700 /data /keys /backups
COPY --from=libraries /venv /venv
WORKDIR /app
COPY manage.py ./
COPY unionops unionops
COPY members members
COPY contracts contracts
COPY comms comms
COPY grievances grievances
COPY templates templates
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 MALLOC_ARENA_MAX=2
# compressed, fingerprinted static files; the folder used to make them is thrown away
RUN UNIONOPS_DATA=/tmp/build UNIONOPS_SECRETS=/tmp/build-keys python manage.py setup \
 && rm -rf /tmp/build /tmp/build-keys && chmod -R a+rX /app && python -m compileall -q /app
ENV UNIONOPS_DATA=/data UNIONOPS_SECRETS=/keys UNIONOPS_BACKUPS=/backups
USER unionops
CMD ["gunicorn", "unionops.wsgi:application", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "8", "--worker-tmp-dir", "/dev/shm", "--limit-request-line", "8190", "--no-control-socket"]
