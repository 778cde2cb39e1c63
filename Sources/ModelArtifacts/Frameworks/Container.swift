/// The container that is to serve a model, as far as it is known.
public struct Container: Hashable, Sendable {
    /// The framework that was named; it is taken even if the image tells another one.
    public var namedFramework: Framework?
    /// The image.
    public var image: ContainerImage?
    /// The environment variables that the container gets from the request; nil if nothing is known of them, so that no rule
    /// concludes from one that is missing.
    public var environment: [String: String]?
    /// Variables that the container gets with values that nobody knows yet.
    public var unknownVariables: Set<String> = []
    /// Who says what the environment is, which remedies that would set a variable have to name.
    public var environmentSource = EnvironmentSource.options
    /// How many models it hosts: of many, each is an archive of its own, and what the framework wants of a model it wants of
    /// each of them.
    public var hosting = ModelHosting.one

    /// Joins what is known.
    public init(
        framework: Framework? = nil, image: ContainerImage? = nil, environment: [String: String]? = nil
    ) {
        namedFramework = framework
        self.image = image
        self.environment = environment
    }

    /// The framework: the one that was named, else the one that the image's name tells.
    public var framework: Framework? {
        switch hosting {
        case .many: .multiModel
        case .one: namedFramework ?? image?.framework
        // That there are many says nothing of what each is.
        case .oneOfMany: namedFramework.flatMap { $0 == .multiModel ? nil : $0 } ?? image?.framework
        }
    }

    /// The value of a variable; nil if it is not set or not known. An empty value counts as none, as in the containers' scripts.
    package func value(_ variable: String) -> String? {
        environment?[variable].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether it is known that a variable is not set.
    package func lacks(_ variable: String) -> Bool { environment != nil && value(variable) == nil }

    /// Whether everything is known that a container decides by.
    package var isDecided: Bool {
        !unknownVariables.contains { name in
            ["SAGEMAKER_", "HF_", "SM_", "OPTION_"].contains { name.hasPrefix($0) }
        }
    }

    /// The value of the first of some variables that is set, with its name.
    package func first(_ variables: String...) -> (variable: String, value: String)? {
        for variable in variables {
            if let value = value(variable) { return (variable, value) }
        }
        return nil
    }
}
