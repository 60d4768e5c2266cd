namespace TypedExplain.Orleans.Settings;

/// <summary>Names that grains are found by.</summary>
internal static class GrainNames
{
    /// <summary>The grain storage that is there without being asked for.</summary>
    public const string Memory = "TypedExplain.Memory";

    /// <summary>Refuses a name that finds nothing.</summary>
    public static void Check(string name, string what)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new InvalidOptionException($"The name of {what} is empty; it must name it, the same on every silo.");
    }

    /// <summary>Refuses a storage without a name.</summary>
    public static void CheckStorage(string? name, string owner)
    {
        if (name is not null && string.IsNullOrWhiteSpace(name))
            throw new InvalidOptionException($"StorageName of {owner} is empty; it must name a grain storage of the silo, such as one added by AddRedisGrainStorage.");
    }
}
