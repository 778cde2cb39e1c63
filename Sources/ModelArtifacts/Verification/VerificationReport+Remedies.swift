extension VerificationReport {
    /// What to do about objects of a status, with the sides that were given; nil if there is nothing to do.
    package func remedy(for status: ObjectStatus) -> String? {
        if let advice { return advice }
        return switch status {
        case .changed: ([again] + [encrypted].compactMap(\.self)).joined(separator: "; ")
        case .unverifiable where expected.kind == "request":
            "name in the request the ETag that S3 gave the object, as by `optml model-data-source --etag`, or compare with a manifest"
        case .unverifiable: "\(known), or accept equal sizes with --allow-unverifiable"
        default: VerificationRules.rule(for: status)?.remedy
        }
    }

    private var again: String {
        expected.kind == "manifest"
            ? "upload or download it again, or make the manifest anew" : "upload or download it again"
    }

    /// What to do where the ETags are no MD5s; nil if no side is in S3.
    private var encrypted: String? {
        switch actual.kind {
        case "s3":
            "where S3 encrypts with SSE-KMS, say so with --encryption, or compare checksums with --checksums"
        case "listing": "where S3 encrypts with SSE-KMS, say so with --encryption"
        default: nil
        }
    }

    /// How more becomes known of an object.
    private var known: String {
        switch (expected.kind, actual.kind) {
        case ("directory", "s3"): "upload it again, so that S3 keeps a checksum of it"
        case (_, "s3"): "give the directory in place of the \(expected.kind), which is compared by what S3 keeps"
        case (_, "listing"): "give s3://BUCKET/PREFIX/ in place of the listing, so that S3 is asked for checksums"
        case ("manifest", _): "make the manifest anew from the files"
        default: "replace links and files that cannot be read"
        }
    }
}
