using System.Globalization;
using TypedExplain.Explanations.Plans;

namespace TypedExplain;

public sealed partial record TreeShap<T> : IPlanned<T>
{
    PlannedWork<T> IPlanned<T>.Plan(IModelInfo<T> model, T instance)
    {
        model.RequireOneOutput();
        _ = Trees(model);
        bool isInterventional = Expectation == TreeExpectation.Interventional;
        long rows = 1 + (isInterventional ? Given().Count : 0);
        return new(rows, rows, isInterventional ? 2 : 1, string.Create(CultureInfo.InvariantCulture, $"TreeSHAP reads the exact values off the trees; it asks the forest about the instance{(isInterventional ? $" and {rows - 1} background rows" : "")}"))
        {
            Rehearse = (own, cancellation) => Rehearsal.Play(BeginValues(own, instance, cancellation), cancellation),
        };
    }

    /// <summary>Whether a model has trees that can be read.</summary>
    internal static bool ReadsTreesOf(IModelInfo<T> model) => Trees(model, 0).Forest is not null;

    private WeightedRows<T> Given() =>
        Background ?? throw new InvalidOptionException($"Background of {Name} is not given; Interventional needs rows whose values stand in for features that are not known.");
}
