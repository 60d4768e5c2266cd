namespace Papers.Expo;

/// <summary>What became of a patient.</summary>
public enum Survival { Survived, Died }
