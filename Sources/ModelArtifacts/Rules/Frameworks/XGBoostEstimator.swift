/// Finds pickles of XGBoost's estimators, which are no models for its container.
final class XGBoostEstimator: FrameworkCheck {
    static let kind = ContainerFault.Kind.xgboostEstimator
    static let frameworks: Set<Framework>? = [.xgboost]

    static let rule = Rule(
        "xgboost-estimator", .error, "the pickle holds an estimator of scikit-learn in place of a Booster",
        explanation: """
            Without SAGEMAKER_PROGRAM the XGBoost container unpickles the model and takes it for a Booster. XGBClassifier, XGBRegressor \
            and their like are wrappers around one for scikit-learn, and so is a Pipeline that ends with one: they have no set_param, \
            and the container stops with "object has no attribute 'set_param'". A script of one's own may load them.
            """,
        remedy: "save the Booster in it: `model.get_booster().save_model(\"xgboost-model\")`",
        example: Rule.Example(
            bad: "pickle.dump(XGBClassifier().fit(X, y), file)",
            good: "XGBClassifier().fit(X, y).get_booster().save_model(\"xgboost-model\")"),
        source: FrameworkSource.xgboost)
}
