using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Coalitions;

/// <summary>Different coalitions of any number of players, each as a set of bits, with a weight.</summary>
/// <param name="players">M.</param>
internal sealed class CoalitionSet(int players)
{
    private const int BitsPerWord = 64;

    private ulong[] _words = new ulong[64 * WordsFor(players)];
    private double[] _weights = new double[64];

    // Open addressing: a coalition's position plus 1, or 0 where the slot is free.
    private int[] _slots = new int[256];

    /// <summary>How many players there are.</summary>
    public int Players => players;

    /// <summary>How many words the bits of a coalition fill.</summary>
    public int Words { get; } = WordsFor(players);

    /// <summary>How many coalitions there are.</summary>
    public int Count { get; private set; }

    /// <summary>One weight per coalition.</summary>
    public Span<double> Weights => _weights.AsSpan(0, Count);

    /// <summary>How many words the bits of so many players fill.</summary>
    public static int WordsFor(int players) => Math.Max(1, (players + BitsPerWord - 1) / BitsPerWord);

    /// <summary>The bits of one coalition: that of player j is bit j % 64 of word j / 64.</summary>
    public ReadOnlySpan<ulong> this[int coalition] => _words.AsSpan(coalition * Words, Words);

    /// <summary>The bits of all coalitions, one after the other.</summary>
    public ReadOnlyMemory<ulong> AsMemory() => _words.AsMemory(0, Count * Words);

    /// <summary>Whether a player is in a coalition.</summary>
    public bool Has(int coalition, int player) => Has(this[coalition], player);

    /// <summary>Whether a player is in a coalition.</summary>
    public static bool Has(ReadOnlySpan<ulong> coalition, int player)
    {
        (int word, ulong bit) = At(player);
        return (coalition[word] & bit) != 0;
    }

    /// <summary>The word that has a player's bit, and that bit.</summary>
    public static (int Word, ulong Bit) At(int player) => (player / BitsPerWord, 1ul << (player % BitsPerWord));

    /// <summary>Puts a player into a coalition.</summary>
    public static void Include(Span<ulong> coalition, int player)
    {
        (int word, ulong bit) = At(player);
        coalition[word] |= bit;
    }

    /// <summary>Turns a coalition into the players that are not in it.</summary>
    public void Complement(Span<ulong> coalition)
    {
        for (int word = 0; word < coalition.Length; word++)
            coalition[word] = ~coalition[word];
        int beyond = players % BitsPerWord;
        if (beyond > 0)
            coalition[^1] &= (1ul << beyond) - 1;
    }

    /// <summary>The position of a coalition, which is added with weight 0 where it was not there yet.</summary>
    public int FindOrAdd(ReadOnlySpan<ulong> coalition)
    {
        if (2 * (Count + 1) > _slots.Length)
            Grow();
        int slot = Slot(coalition);
        if (_slots[slot] > 0)
            return _slots[slot] - 1;

        if (Count == _weights.Length)
        {
            Array.Resize(ref _weights, 2 * _weights.Length);
            Array.Resize(ref _words, 2 * _words.Length);
        }

        coalition.CopyTo(_words.AsSpan(Count * Words));
        _slots[slot] = ++Count;
        return Count - 1;
    }

    private int Slot(ReadOnlySpan<ulong> coalition)
    {
        ulong hash = 0;
        foreach (ulong word in coalition)
            hash = Hash64.Add(hash, word);
        int slot = (int)(hash & (ulong)(_slots.Length - 1));
        while (_slots[slot] > 0 && !this[_slots[slot] - 1].SequenceEqual(coalition))
            slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    private void Grow()
    {
        _slots = new int[2 * _slots.Length];
        for (int coalition = 0; coalition < Count; coalition++)
            _slots[Slot(this[coalition])] = coalition + 1;
    }
}
