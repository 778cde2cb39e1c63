package import ModelArtifacts

/// Finds a manifest of other objects than those that the request deploys.
package enum ManifestOfOtherData {
    /// The rule.
    package static let rule = Rule(
        "request-manifest-of-other-data", .warning, "the manifest names objects elsewhere than the model data",
        explanation: """
            The manifest "stores the artifact locations", and the first of them is not below the S3Uri of the model data: it \
            was written for another prefix, or of another version. The request would record other objects than it deploys. \
            Only manifests of 'optml manifest' are looked at.
            """,
        remedy: "make the manifest with 'optml manifest' and the same --s3-uri as the request",
        example: Rule.Example(
            bad: "optml create-model model --s3-uri s3://mybucket/2/ --manifest m.csv   # of s3://mybucket/1/",
            good: "optml create-model model --s3-uri s3://mybucket/2/ --manifest m.csv   # of s3://mybucket/2/"),
        source: RequestSource.s3DataSource)

    /// The finding on a manifest beside the URI of the model data, if there is one.
    ///
    /// - Parameters:
    ///   - manifest: the file.
    ///   - uri: the URI as it is written; nil if it is not known.
    /// - Throws: ``ArtifactError`` if the file cannot be read.
    package static func finding(on manifest: ByteString, of uri: ByteString?) throws(ArtifactError) -> Finding? {
        guard let uri = uri.flatMap({ S3URI($0) }),
            let object = try ManifestPlace.firstOutside(of: uri, in: manifest)
        else { return nil }
        return Finding(rule, "'\(manifest)' names '\(object)', which '\(uri)' does not cover")
    }
}
