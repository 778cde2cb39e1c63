/// Where SageMaker puts model data in a container, and what a file system there can hold.
package enum ModelDirectory {
    /// Where the model's own data goes, without a slash at the end.
    ///
    /// Source: https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-inference-code.html
    package static let path: ByteString = "/opt/ml/model"

    /// The absolute path of what has a path below it, empty for itself.
    package static func path(of relative: ByteString) -> ByteString { relative.isEmpty ? path : path + "/" + relative }

    /// The most bytes that the name of a file or directory may have.
    ///
    /// Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html
    package static let longestName = 255

    /// The directory of a channel of `AdditionalModelDataSources`, without a slash at its end; nil is the model's own data.
    ///
    /// Source of the one for channels: `SPECULATIVE_DRAFT_MODEL` in aws/sagemaker-python-sdk,
    /// `src/sagemaker/serve/utils/optimize_utils.py`.
    package static func path(ofChannel name: String?) -> ByteString {
        name.map { "/opt/ml/additional-model-data-sources/" + ByteString($0) } ?? path
    }

    /// What an absolute path is called below the model's own directory; nil if it is not below.
    package static func path(below absolute: ByteString) -> ByteString? {
        guard absolute.hasPrefix(path + "/") else { return nil }
        return ByteString(Array(absolute.bytes.dropFirst(path.count + 1)))
    }
}
