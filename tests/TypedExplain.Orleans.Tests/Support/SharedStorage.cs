using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Storage;

namespace TypedExplain.Orleans.Tests.Support;

/// <summary>A storage beside the silos, as a database is: it outlives them, and refuses to write over what somebody else has written.</summary>
internal sealed class SharedStorage
{
    public const string Name = "shared";

    private readonly ConcurrentDictionary<string, (BinaryData Data, int Version)> _states = new();

    /// <summary>What a silo has of it.</summary>
    public IGrainStorage Of(IGrainStorageSerializer serializer) => new Door(this, serializer);

    /// <summary>Forgets everything, as a memory does whose silo is killed.</summary>
    public void Clear() => _states.Clear();

    private sealed class Door(SharedStorage storage, IGrainStorageSerializer serializer) : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            if (storage._states.TryGetValue($"{stateName} {grainId}", out (BinaryData Data, int Version) state))
                (grainState.State, grainState.ETag, grainState.RecordExists) = (serializer.Deserialize<T>(state.Data), Text(state.Version), true);
            return Task.CompletedTask;
        }

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            BinaryData data = new(serializer.Serialize(grainState.State).ToArray());
            int version = storage._states.AddOrUpdate(
                $"{stateName} {grainId}",
                _ => grainState.ETag is null ? (data, 1) : throw new InconsistentStateException("It is gone."),
                (_, known) => grainState.ETag == Text(known.Version) ? (data, known.Version + 1) : throw new InconsistentStateException("Another one has written.")).Version;
            (grainState.ETag, grainState.RecordExists) = (Text(version), true);
            return Task.CompletedTask;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();

        private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);
    }
}
