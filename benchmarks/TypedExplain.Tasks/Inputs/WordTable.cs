namespace TypedExplain.Tasks.Inputs;

/// <summary>Words and their positions, looked up while a text is read: the hash of a word is made of its letters one by one.</summary>
internal sealed class WordTable
{
    private readonly (string? Word, int Position)[] _slots;

    public WordTable(IEnumerable<KeyValuePair<string, int>> words)
    {
        KeyValuePair<string, int>[] all = [.. words];
        int size = 16;
        while (size < 4 * all.Length)
            size *= 2;
        _slots = new (string?, int)[size];
        foreach ((string word, int position) in all)
        {
            uint hash = 0;
            foreach (char letter in word)
                hash = Add(hash, letter);
            uint at = Slot(hash);
            while (_slots[at].Word is not null)
                at = (at + 1) % (uint)size;
            _slots[at] = (word, position);
        }
    }

    /// <summary>The hash of a word's beginning and its next letter.</summary>
    public static uint Add(uint hash, char letter) => (hash ^ letter) * 0x9E3779B1;

    /// <summary>The position of a word, or -1.</summary>
    /// <param name="word">The word.</param>
    /// <param name="hash">Its hash.</param>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        for (uint at = Slot(hash); _slots[at].Word is { } own; at = (at + 1) % (uint)_slots.Length)
        {
            if (word.SequenceEqual(own))
                return _slots[at].Position;
        }

        return -1;
    }

    private uint Slot(uint hash) => (hash ^ (hash >> 15)) & (uint)(_slots.Length - 1);
}
