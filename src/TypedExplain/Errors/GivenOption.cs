namespace TypedExplain.Errors;

/// <summary>Options that must be there, though null was passed for them.</summary>
internal static class GivenOption
{
    /// <summary>The option.</summary>
    /// <param name="option">The option.</param>
    /// <param name="name">Its name.</param>
    /// <param name="owner">Whose it is, as a message calls it.</param>
    /// <exception cref="InvalidOptionException">There is none.</exception>
    public static TOption Given<TOption>(this TOption? option, string name, string owner)
        where TOption : class =>
        option ?? throw new InvalidOptionException($"{name} of {owner} is null; it must be given.");
}
