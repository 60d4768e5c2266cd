namespace TypedExplain.Data;

/// <summary>Backgrounds that options ask for.</summary>
internal static class Backgrounds
{
    /// <summary>A background that must be there, though null was passed for it.</summary>
    /// <param name="background">The background.</param>
    /// <param name="name">What asks for it, as a message calls it.</param>
    /// <exception cref="InvalidOptionException">There is none.</exception>
    public static Dataset<T> Given<T>(this Dataset<T>? background, string name)
        where T : IFeatureRecord<T> =>
        background ?? throw new InvalidOptionException($"Background of {name} is not given; it must be rows of {T.Schema.Name}.");
}
