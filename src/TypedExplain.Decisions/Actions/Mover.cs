namespace TypedExplain.Decisions.Actions;

/// <summary>A feature that an action may change, and to what.</summary>
/// <param name="feature">The feature.</param>
/// <param name="options">Its values: the instance's own, then the others from the cheapest to the dearest.</param>
internal sealed class Mover<T>(Feature<T> feature, Option[] options)
    where T : IFeatureRecord<T>
{
    public Feature<T> Feature => feature;

    public Option[] Options => options;

    /// <summary>The option that holds a value, or that is nearest to it; of equally near ones the cheapest.</summary>
    public int Nearest(double value)
    {
        int nearest = 0;
        bool isOrdered = feature.IsNumeric;
        for (int option = 1; option < options.Length; option++)
        {
            if (isOrdered ? Math.Abs(options[option].Value - value) < Math.Abs(options[nearest].Value - value) : options[option].Value == value)
                nearest = option;
        }

        return nearest;
    }
}
