/// The pages that several rules come from.
enum RequestSource {
    static let createModel = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html"
    static let describeModel = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModel.html"
    static let container = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html"
    static let s3DataSource = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html"
    static let channel = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AdditionalModelDataSource.html"
    static let inferenceComponent =
        "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateInferenceComponent.html"
    static let json = "https://www.rfc-editor.org/rfc/rfc8259"
}
