/// The pages that several rules come from.
enum RuleSource {
    static let modelDataSource = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html"
    static let uncompressedModels =
        "https://docs.aws.amazon.com/sagemaker/latest/dg/large-model-inference-uncompressed.html"
    static let inferenceCode = "https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-inference-code.html"
    static let endpointFailures = "https://repost.aws/knowledge-center/sagemaker-endpoint-creation-fail"
    static let multiModel = "https://docs.aws.amazon.com/sagemaker/latest/dg/multi-model-endpoints.html"
    static let bucketNames = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"
    static let objectKeys = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html"
    static let s3Limits = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html"
    static let consoleFolders = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-folders.html"
    static let sync = "https://docs.aws.amazon.com/cli/latest/reference/s3/sync.html"
    static let tarFilters = "https://peps.python.org/pep-0706/"
    static let instanceStorage = "https://docs.aws.amazon.com/sagemaker/latest/dg/host-instance-storage.html"
}
