/// Finds pickles of estimators and of other objects, which are no models for XGBoost's container.
final class XGBoostEstimator: FrameworkCheck {
    static let kind = ContainerFault.Kind.xgboostEstimator
    static let frameworks: Set<Framework>? = [.xgboost]

    static let rule = Rule(
        "xgboost-estimator", .error, "the pickle holds another object in place of a Booster",
        explanation: """
            Without SAGEMAKER_PROGRAM the XGBoost container unpickles the model and takes it for a Booster. XGBClassifier, XGBRegressor \
            and their like are wrappers around one for scikit-learn, and so are a Pipeline that ends with one and a GridSearchCV: they have no set_param, \
            nor has any other estimator, a dict or a table, and the container stops with "object has no attribute 'set_param'". It has neither \
            LightGBM nor CatBoost, and stops at pickles of their models with "No module named 'lightgbm'". A script of one's own may load them.
            """,
        remedy: "save the Booster in it: `model.get_booster().save_model(\"xgboost-model\")`",
        example: Rule.Example(
            bad: "pickle.dump(XGBClassifier().fit(X, y), file)",
            good: "XGBClassifier().fit(X, y).get_booster().save_model(\"xgboost-model\")"),
        source: FrameworkSource.xgboost)
}
