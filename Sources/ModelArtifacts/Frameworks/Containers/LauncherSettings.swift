/// What a launcher written with clap, the parser of command lines for Rust, takes from its environment before it loads anything: a
/// value of another kind stops it.
///
/// Source: "Arg Types" and `ValueEnum` at https://docs.rs/clap/latest/clap/_derive/index.html; the types of the fields are in the
/// launchers.
struct LauncherSettings {
    /// Variables that take a whole number from 0, in groups of which the first that is set counts.
    let numbers: [[String]]
    /// Variables that take one of some words, in such groups.
    let choices: [(variables: [String], words: [String])]

    /// The variables whose values it does not take, in the order above. Values are not shown: what is in an environment may be secret.
    func faults(_ container: Container) -> [EnvironmentFault] {
        var faults: [EnvironmentFault] = []
        for group in numbers {
            guard let (variable, value) = first(of: group, container), UInt64(value) == nil else { continue }
            faults.append(
                Self.fault(variable, "no whole number from 0", help: "set it to a number, as 1, or leave it out"))
        }
        for (group, words) in choices {
            guard let (variable, value) = first(of: group, container), !words.contains(value) else { continue }
            faults.append(
                Self.fault(
                    variable, "none of the words that it takes",
                    help: "set it to one of \(words.joined(separator: ", ")), or leave it out"))
        }
        return faults
    }

    private func first(of group: [String], _ container: Container) -> (variable: String, value: String)? {
        for variable in group {
            if let value = container.value(variable) { return (variable, value) }
        }
        return nil
    }

    private static func fault(_ variable: String, _ what: String, help: String) -> EnvironmentFault {
        EnvironmentFault(
            variable,
            ContainerFault(
                .refusedSetting, "'\(variable)' is \(what): the container stops with \"error: invalid value\"",
                help: help))
    }
}
