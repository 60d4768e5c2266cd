using TypedExplain.Tests.Support;

namespace TypedExplain.Fuzz.Mutators;

/// <summary>Changes the content of a stored file and gives it the right length and SHA-256, so that what reads the content sees it.</summary>
internal static class StoredMutator
{
    public static byte[] Mutate(Random random, byte[] bytes, byte[] other)
    {
        if (random.Next(8) == 0)
            return random.Next(2) == 0 ? StoredBytes.Sealed(Mutation.Bytes(random, bytes, other)) : Mutation.Bytes(random, bytes, other);
        if (!StoredBytes.IsWhole(bytes) || !StoredBytes.IsWhole(other))
            return Mutation.Bytes(random, bytes, other);
        (string format, int version, string schema, byte[] content) = StoredBytes.Parts(bytes);
        if (random.Next(10) == 0)
            schema = System.Text.Encoding.UTF8.GetString(TextMutator.Mutate(random, System.Text.Encoding.UTF8.GetBytes(schema), []));
        return StoredBytes.Of(format, schema, Mutation.Bytes(random, content, StoredBytes.ContentOf(other)), version);
    }
}
