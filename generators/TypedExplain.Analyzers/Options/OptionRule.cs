namespace TypedExplain.Analyzers.Options;

/// <summary>When an option has no effect, whatever the data are.</summary>
/// <param name="Type">The metadata name of the type that has the option, in the package's namespace.</param>
/// <param name="Option">The option.</param>
/// <param name="IsIdle">Whether it has no effect where the object is made; only if that is certain.</param>
/// <param name="Reason">Why, in words; {0} is the record.</param>
/// <param name="Remedy">What would give it an effect.</param>
internal sealed record OptionRule(string Type, string Option, Func<OptionUse, bool> IsIdle, string Reason, string Remedy)
{
    private const string Gaussian = "GaussianNeighborhood`1";
    private const string Ranges = "without a Background the stated ranges tell the spread, and by them no feature is constant";
    private const string Divided = "the parts of Partition are the environments";
    private const string Weighed = "the neighborhood weighs its samples itself";
    private const string Reading = "it is about reading, and these options are for writing";

    // CoalitionEstimator.Published, which says in words what holds beside a selection.
    private const int Published = 2;

    /// <summary>All rules; a new one is one line.</summary>
    public static OptionRule[] All { get; } =
    [
        new(Gaussian, "HoldConstantFeatures", use => use.Lacks("Background") && use.IsFinal && use.HasChoices, Ranges, "set Background"),
        new("Linex`1", "Environments", use => use.IsPresent("Partition"), Divided, "remove Partition"),
        new("Linex`1", "Bootstrap", use => use.IsPresent("Partition"), Divided, "remove Partition"),
        new("SmoothedLime`1", "Environments", use => use.IsPresent("Partition"), Divided, "remove Partition"),
        new("SmoothedLime`1", "Bootstrap", use => use.IsPresent("Partition"), Divided, "remove Partition"),
        new("Lime`1", "Kernel", use => use.WeighsItself("Neighborhood"), Weighed, "choose another neighborhood"),
        new("Linex`1", "Kernel", use => use.WeighsItself("Neighborhood"), Weighed, "choose another neighborhood"),
        new("SmoothedLime`1", "Kernel", use => use.WeighsItself("Neighborhood"), Weighed, "choose another neighborhood"),
        new("KernelShap`1", "Samples", use => use.HasAtMost(use.Whole("ExactUpTo", otherwise: 8)), "the few features of '{0}' are divided exactly", "lower ExactUpTo"),
        new("KernelShap`1", "Estimator", use => use.IsCalled("Selection") && use.Whole("Estimator", otherwise: Published) is >= 0 and not Published, "a selection is made from one additive fit, by the published estimator", "remove Selection"),
        new("Maple`1", "ValidationFraction", use => use.IsPresent("Validation"), "the rows to validate by are given", "remove Validation"),
        new("GridSegmentation", "BlockSize", use => use.IsPresent("Rows") && use.IsPresent("Columns"), "Rows and Columns say how many blocks there are", "remove one of them"),
        new("ExpoTrainer`1", "Regularizer", use => use.IsSetBefore("Regularizer", "Regularizers"), "it sets the same list as Regularizers, which comes later", "add it to Regularizers"),
        new("ExpoTrainer`1", "Regularizers", use => use.IsSetBefore("Regularizers", "Regularizer"), "Regularizer, which comes later, replaces the list", "add the later one to Regularizers"),
        new("CsvOptions", "CollectErrors", use => use.IsPassedTo("Csv", "Write"), Reading, "pass the options to Csv.Read"),
        new("CsvOptions", "AllowExtraColumns", use => use.IsPassedTo("Csv", "Write"), Reading, "pass the options to Csv.Read"),
        new("CsvOptions", "MaxRowBytes", use => use.IsPassedTo("Csv", "Write"), Reading, "pass the options to Csv.Read"),
        new("CsvOptions", "Target", use => use.IsPassedTo("Csv", "Write", "records"), "records have no target, which a data set has", "write a Dataset"),
    ];
}
