/// What says which environment a container gets.
public enum EnvironmentSource: Hashable, Sendable {
    /// The options of the command line, or a configuration.
    case options
    /// A request that someone else wrote, in its member `Environment`.
    case request
}
