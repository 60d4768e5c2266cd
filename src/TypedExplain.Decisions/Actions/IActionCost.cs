namespace TypedExplain.Decisions;

/// <summary>What the change of one feature costs a person. The cost of an action is the sum over the features that it changes.</summary>
/// <typeparam name="T">The record.</typeparam>
public interface IActionCost<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The cost of one change, above 0.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="from">Its number now: of a category the position, of a flag 0 or 1, of a rank the level.</param>
    /// <param name="to">The number after the change.</param>
    /// <param name="steps">By how many steps it changes; 1 for a flag or category.</param>
    double CostOf(Feature<T> feature, double from, double to, int steps);
}
