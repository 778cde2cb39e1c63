import ModelArtifacts

/// A resource of a CloudFormation template, or what a loop makes its resources of.
struct TemplateResource {
    /// The logical ID, in a loop that of the body.
    let name: ByteString
    let value: RequestValue
    /// What stands for the variables of the loops that it is made by; nil for what stands there itself, in which nobody knows them.
    var circumstance: Circumstance?
    /// The resources that loops make of it, so far as their elements stand in the template.
    var instances: [TemplateResource] = []
}
