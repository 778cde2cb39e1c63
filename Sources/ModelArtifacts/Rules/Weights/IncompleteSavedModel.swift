/// Finds SavedModels of TensorFlow of which a part is missing.
final class IncompleteSavedModel: WeightsCheck {
    static let rule = Rule(
        "incomplete-saved-model", .error, "a part of a SavedModel of TensorFlow is missing",
        explanation: """
            A SavedModel is a folder with `saved_model.pb` and, if it has variables, `variables/variables.index` and all of \
            `variables/variables.data-00000-of-00001` and its like. TensorFlow fails with "Failed to find any matching files" or \
            "No such file or directory" if one of them is not there. A model without any `variables/` is taken for one that has none.
            """,
        remedy: "copy or export the whole folder again: `aws s3 sync`, or `tf.saved_model.save`",
        example: Rule.Example(
            bad: "1/saved_model.pb\n1/variables/variables.index",
            good: "1/saved_model.pb\n1/variables/variables.index\n1/variables/variables.data-00000-of-00001"),
        source: "https://www.tensorflow.org/guide/saved_model#the_savedmodel_format_on_disk")

    func check(_ files: WeightFiles, _ context: CheckContext) {
        for (path, folder) in files.sortedFolders {
            guard let parent = SavedModelFolder.parent(of: path) else { continue }
            let hasIndex = folder.files["variables.index"] != nil
            let sets = folder.sets.filter { $0.stem == SavedModelFolder.stem && $0.ending.isEmpty }
            guard hasIndex || !sets.isEmpty else { continue }
            let model = files.folders[parent]?.files ?? [:]
            if !sets.contains(where: \.isComplete) {
                let missing = sets.first?.missingNames ?? [SavedModelFolder.stem + "-00000-of-00001"]
                let there = path + (hasIndex ? "variables.index" : sets.first?.firstName ?? "")
                report(there, ByteString.listed(missing.map { path + $0 }, total: sets.first?.missing), context)
            } else if !hasIndex {
                report(path + (sets.first?.firstName ?? ""), "'\(path + "variables.index")'", context)
            } else if model["saved_model.pb"] == nil, model["saved_model.pbtxt"] == nil {
                report(path + "variables.index", "'\(parent + "saved_model.pb")'", context)
            }
        }
    }

    private func report(_ place: ByteString, _ missing: String, _ context: CheckContext) {
        context.report(
            Finding(Self.rule, "'\(place)' is there, and \(missing) not", at: context.location(place)))
    }
}
