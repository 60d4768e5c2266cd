namespace TypedExplain;

/// <summary>
/// The explainer of a result that was read from JSON: its name and its options are known, and what these refer to, such as a
/// background or a class of your own, is not there. It explains nothing itself; <c>Restore</c> makes the explainer again.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class DescribedExplainer<T> : IShapExplainer<T>
    where T : IFeatureRecord<T>
{
    private readonly Description _description;

    internal DescribedExplainer(string name, Description description) => (Name, _description) = (name, description);

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>What the explainer was, and its options.</summary>
    public Description Describe() => _description;

    /// <summary>Refuses to explain.</summary>
    /// <param name="model">A model.</param>
    /// <param name="instance">An instance.</param>
    /// <param name="cancellation">A token.</param>
    /// <exception cref="InvalidOptionException">Always.</exception>
    public Run<T, Explanation<T>> Begin(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => throw IsNotThere();

    /// <summary>Refuses to explain.</summary>
    /// <param name="model">A model.</param>
    /// <param name="instance">An instance.</param>
    /// <param name="cancellation">A token.</param>
    /// <exception cref="InvalidOptionException">Always.</exception>
    public Run<T, ShapValues<T>> BeginValues(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => throw IsNotThere();

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private InvalidOptionException IsNotThere() =>
        new($"{Name} was read from JSON, which has the options of {_description.Type} and not what they refer to, such as a background. Make the explainer again: Restore(background).");
}
