import ModelArtifacts

/// A type of values in a request: text, truth, a word of the API, a structure, a list or a map of them.
protocol RequestMember {
    /// - Throws: ``ArtifactError`` with code `malformedInput` if the value is of another type.
    init(member value: JSONValue, path: String) throws(ArtifactError)
    var memberValue: JSONValue { get }
}

extension String: RequestMember {
    init(member value: JSONValue, path: String) throws(ArtifactError) {
        guard let text = value.text else { throw ArtifactError(.malformedInput, "\(path): expected a string") }
        self = text
    }

    var memberValue: JSONValue { .string(self) }
}

extension Bool: RequestMember {
    init(member value: JSONValue, path: String) throws(ArtifactError) {
        guard case .boolean(let value) = value else {
            throw ArtifactError(.malformedInput, "\(path): expected true or false")
        }
        self = value
    }

    var memberValue: JSONValue { .boolean(self) }
}

extension RequestMember where Self: RawRepresentable, RawValue == String {
    init(member value: JSONValue, path: String) throws(ArtifactError) {
        let text = try String(member: value, path: path)
        guard let value = Self(rawValue: text) else {
            throw ArtifactError(.malformedInput, "\(path): '\(DisplayText.escaped(text))' is no value of it")
        }
        self = value
    }

    var memberValue: JSONValue { .string(rawValue) }
}

extension S3DataType: RequestMember {}
extension CompressionType: RequestMember {}
extension ContainerMode: RequestMember {}
extension RepositoryAccessMode: RequestMember {}
extension ModelCacheSetting: RequestMember {}
extension InferenceExecutionMode: RequestMember {}

extension RequestMember where Self: RequestStructure {
    init(member value: JSONValue, path: String) throws(ArtifactError) { try self.init(value, path: path) }
    var memberValue: JSONValue { jsonValue }
}

extension ContainerDefinition: RequestMember {}
extension ImageConfig: RequestMember {}
extension RepositoryAuthConfig: RequestMember {}
extension ModelDataSource: RequestMember {}
extension S3DataSource: RequestMember {}
extension ModelAccessConfig: RequestMember {}
extension HubAccessConfig: RequestMember {}
extension AdditionalModelDataSource: RequestMember {}
extension MultiModelConfig: RequestMember {}
extension InferenceExecutionConfig: RequestMember {}
extension Tag: RequestMember {}
extension VPCConfig: RequestMember {}
extension EnvironmentMap: RequestMember {}

extension Array: RequestMember where Element: RequestMember {
    init(member value: JSONValue, path: String) throws(ArtifactError) {
        guard let elements = value.elements else {
            throw ArtifactError(.malformedInput, "\(path): expected an array")
        }
        self = []
        for (index, element) in elements.enumerated() {
            append(try Element(member: element, path: "\(path)[\(index)]"))
        }
    }

    var memberValue: JSONValue { .array(map(\.memberValue)) }
}
