namespace TypedExplain.Numerics;

/// <summary>Random orders (Fisher and Yates) from a stream.</summary>
internal readonly struct Shuffle(RandomStream stream)
{
    /// <summary>The numbers 0 … count − 1 in random order.</summary>
    public int[] Permutation(int count)
    {
        int[] order = new int[count];
        for (int i = 0; i < count; i++)
        {
            int j = stream.Choose(i, i + 1);
            order[i] = order[j];
            order[j] = i;
        }

        return order;
    }
}
