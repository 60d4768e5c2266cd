namespace TypedExplain.Surrogates.Coalitions.Pairs;

/// <summary>
/// Which half of a game. With z_i = 1 in a coalition and −1 outside, a game is a sum of products of z over sets of players. Half the
/// difference of a coalition and its complement holds the odd products, half their sum the even ones. Shapley values come
/// from the odd ones alone, interactions of two from the even ones alone.
/// </summary>
internal enum Parity
{
    Odd,
    Even,
}
