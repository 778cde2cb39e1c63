"""Prints what botocore would send for requests to S3: the method, the URL and the headers, signed at a given time.

Reads a JSON array of {settings: {region, endpoint, style, fips, dualstack}, action, parameters, credentials: [access, secret, token],
time} from standard input. Nothing is sent.
"""

import datetime
import json
import sys

import botocore.auth
import botocore.session
from botocore.config import Config

OPERATIONS = {"ListObjectsV2": "list_objects_v2", "HeadObject": "head_object", "GetObject": "get_object"}


class Sent(Exception):
    """Thrown where a request would leave."""


def make_client(settings, credentials):
    style = {"addressing_style": settings["style"]} if settings["style"] != "auto" else {}
    client = botocore.session.Session().create_client(
        "s3", region_name=settings["region"], endpoint_url=settings["endpoint"] or None,
        aws_access_key_id=credentials[0], aws_secret_access_key=credentials[1], aws_session_token=credentials[2] or None,
        config=Config(
            s3={"us_east_1_regional_endpoint": "regional", **style}, response_checksum_validation="when_required",
            use_fips_endpoint=settings["fips"] or None, use_dualstack_endpoint=settings["dualstack"] or None))

    def keep(request, **_):
        raise Sent(request)

    client.meta.events.register("before-send.s3", keep)
    return client


def main():
    clients, results = {}, []
    for case in json.load(sys.stdin):
        time = datetime.datetime.fromtimestamp(case["time"], datetime.timezone.utc).replace(tzinfo=None)
        botocore.auth.get_current_datetime = lambda remove_tzinfo=True, time=time: time
        name = json.dumps([case["settings"], case["credentials"]], sort_keys=True)
        if name not in clients:
            clients[name] = make_client(case["settings"], case["credentials"])
        try:
            getattr(clients[name], OPERATIONS[case["action"]])(**case["parameters"])
        except Sent as sent:
            request = sent.args[0]
            headers = {
                key.lower(): value.decode() if isinstance(value, bytes) else value for key, value in request.headers.items()}
            results.append({"method": request.method, "url": request.url, "headers": headers})
        except Exception as error:
            results.append({"error": f"{type(error).__name__}: {error}"})
    json.dump(results, sys.stdout)


main()
