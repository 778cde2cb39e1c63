import ArgumentParser

/// The form of a report of findings.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// For people.
    case text
    /// For programs.
    case json
    /// For code scanning services: the Static Analysis Results Interchange Format 2.1.0.
    case sarif
    /// For test reports, as Jenkins and GitLab show them: JUnit's XML.
    case junit
    /// For the log of a GitHub Actions job: workflow commands, which it shows as annotations.
    case github
    /// For GitLab's merge requests: its JSON of code quality.
    case gitlab
    /// For people, in a browser: one page that needs nothing else.
    case html
    /// For the summary of a GitHub Actions job and comments on merge requests.
    case markdown
    /// For editors and `grep`: a line a finding.
    case concise
}
