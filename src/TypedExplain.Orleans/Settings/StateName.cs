namespace TypedExplain.Orleans.Settings;

/// <summary>Which state of a grain lies in which storage.</summary>
internal sealed record StateName(string State, string Storage) : IPersistentStateConfiguration
{
    string IPersistentStateConfiguration.StateName => State;

    string IPersistentStateConfiguration.StorageName => Storage;
}
