namespace Papers.Expo;

/// <summary>A seriously ill patient, as the matrix that the paper's authors made of the study's columns.</summary>
[FeatureRecord]
public partial record Patient([Length(PatientData.Columns)] double[] Columns);
