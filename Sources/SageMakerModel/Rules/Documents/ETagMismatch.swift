package import ModelArtifacts

/// Finds an ETag in a request that the object in S3 does not have.
package enum ETagMismatch {
    package static let rule = Rule(
        "request-etag-mismatch", .error, "the request names another ETag than the listing",
        explanation: """
            The request says which version of an object is meant, and the listing says which one is there. They differ: the \
            object was uploaded again after the request was made, or the request is for another object. What is loaded is \
            not what was meant.
            """,
        remedy: "make the request anew, or upload the object that it means",
        example: Rule.Example(
            bad: #""ETag": "9ed977000dc166f25a9b9ef26fb3c3fc-1", and the listing has another"#,
            good: #""ETag": "9ed977000dc166f25a9b9ef26fb3c3fc-1", and the listing has the same"#),
        source: RequestSource.s3DataSource)
}
