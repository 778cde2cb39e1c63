"""Writes a certificate authority, a certificate of it for the names in the arguments, and its key: DIRECTORY NAME..."""

import datetime
import os
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

folder, names = sys.argv[1], sys.argv[2:]
now = datetime.datetime.now(datetime.timezone.utc)


def make(subject, issuer, key, signer, extensions):
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=30))
    for extension, is_critical in extensions:
        builder = builder.add_extension(extension, is_critical)
    return builder.sign(signer, hashes.SHA256())


def write(name, data):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


def named(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
root = make(named("Test authority"), named("Test authority"), root_key, root_key, [
    (x509.BasicConstraints(ca=True, path_length=0), True),
    (x509.SubjectKeyIdentifier.from_public_key(root_key.public_key()), False)])
certificate = make(named(names[0].replace("*", "any")), root.subject, key, root_key, [
    (x509.SubjectAlternativeName([x509.DNSName(name) for name in names]), False),
    (x509.BasicConstraints(ca=False, path_length=None), True),
    (x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), False)])
write("authority.pem", root.public_bytes(serialization.Encoding.PEM))
write("certificate.pem", certificate.public_bytes(serialization.Encoding.PEM))
write("key.pem", key.private_bytes(
    serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
