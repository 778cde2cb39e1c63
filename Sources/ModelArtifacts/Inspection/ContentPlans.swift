/// Which ETags of a file are needed to compare its contents with those of the other side, by its size.
///
/// A file whose size the other side does not have needs none. Where the other side is a listing, its ETags tell how the objects
/// were uploaded; where it is a directory or an archive, the rule says how both would be.
package struct ContentPlans: Sendable {
    /// What tells how a file of the other side was, or would be, uploaded.
    enum Form: Hashable, Sendable {
        case rule
        case singlePut
        case partSize(Int64)
        case partCount(Int)
    }

    private let rule: UploadRule
    /// The forms of the files of a size; nil if files of every size are to be compared by the rule.
    private let forms: [Int64: Set<Form>]?
    /// The forms of the files of unknown size.
    private let formsOfAnySize: Set<Form>

    /// The plans for comparing by the rule alone, where nothing is known of the other side yet.
    init(rule: UploadRule) {
        self.rule = rule
        forms = nil
        formsOfAnySize = []
    }

    /// The plans for comparing with files that were, or would be, uploaded in these forms.
    ///
    /// - Parameter files: the size of each, nil if it is not known, and its form.
    init(rule: UploadRule, against files: some Sequence<(size: Int64?, form: Form)>) {
        self.rule = rule
        var forms: [Int64: Set<Form>] = [:]
        var formsOfAnySize: Set<Form> = []
        for file in files {
            if let size = file.size {
                forms[size, default: []].insert(file.form)
            } else {
                formsOfAnySize.insert(file.form)
            }
        }
        self.forms = forms
        self.formsOfAnySize = formsOfAnySize
    }

    /// How a file of `size` bytes would have to be uploaded for its ETags to be compared; none if they need not be.
    package func plans(forSize size: Int64) -> [PartPlan] {
        guard size > 0 else { return [] }
        guard let forms else { return [rulePlan(size)] }
        var plans: [PartPlan] = []
        for form in (forms[size] ?? []).union(formsOfAnySize) {
            for plan in plan(form, size) where !plans.contains(plan) { plans.append(plan) }
        }
        // The order in a set is another one in every run.
        plans.sort { ($0.partSize ?? 0) < ($1.partSize ?? 0) }
        return plans
    }

    /// The plan of the rule, or one PUT of what no upload can hold.
    private func rulePlan(_ size: Int64) -> PartPlan { (try? rule.plan(forSize: size)) ?? .single(size: size) }

    private func plan(_ form: Form, _ size: Int64) -> [PartPlan] {
        switch form {
        case .rule: [rulePlan(size)]
        case .singlePut: [.single(size: size)]
        case .partSize(let partSize):
            size.dividedRoundingUp(by: partSize) <= S3Limits.partCount
                ? [.multipart(size: size, partSize: partSize)] : []
        case .partCount(let count):
            PartSizeCandidates(size: size, partCount: count, rule: rule).plans
        }
    }
}
